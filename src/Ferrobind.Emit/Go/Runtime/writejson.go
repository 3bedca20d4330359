package support

import (
	"encoding/binary"
	"encoding/json"
)

// fbAppendJSON writes what the value is in JSON.
func fbAppendJSON(b []byte, w *fbWriter, value any) []byte {
	text, err := json.Marshal(value)
	if err != nil {
		w.fail("cannot be JSON: " + err.Error())
		return b
	}
	b = binary.LittleEndian.AppendUint32(b, w.count(len(text)))
	return append(b, text...)
}
