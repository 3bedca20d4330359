package support

import "encoding/binary"

// fbAppendText writes text; Rust checks that it is UTF-8 where it has to be.
func fbAppendText(b []byte, w *fbWriter, text string) []byte {
	b = binary.LittleEndian.AppendUint32(b, w.count(len(text)))
	return append(b, text...)
}
