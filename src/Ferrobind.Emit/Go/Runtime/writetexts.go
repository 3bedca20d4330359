package support

import (
	"encoding/binary"
	"slices"
)

// fbAppendTexts writes texts, for which there is space at once.
func fbAppendTexts(b []byte, w *fbWriter, texts []string) []byte {
	b = binary.LittleEndian.AppendUint32(b, w.count(len(texts)))
	size := 0
	for _, text := range texts {
		size += 4 + len(text)
	}
	b = slices.Grow(b, size)
	for _, text := range texts {
		b = binary.LittleEndian.AppendUint32(b, w.count(len(text)))
		b = append(b, text...)
	}
	return b
}
