package support

import "encoding/json"

// json is JSON, which is for the caller to look into.
func (r *fbReader) json() json.RawMessage { return json.RawMessage(r.text()) }
