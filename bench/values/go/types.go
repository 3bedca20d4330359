// Package values calls fbbench's functions of data, twice: packed by hand, type by type (Hand…), and as JSON (JSON…).
package values

// A Quad is four numbers.
type Quad struct {
	A float64 `json:"a"`
	B float64 `json:"b"`
	C float64 `json:"c"`
	D float64 `json:"d"`
}

// A Contact is five texts.
type Contact struct {
	Name    string `json:"name"`
	Street  string `json:"street"`
	City    string `json:"city"`
	Country string `json:"country"`
	Email   string `json:"email"`
}

// An Event is a [Quit], a [Key], a [Resize] or a [Paste].
type Event interface{ isEvent() }

type (
	// Quit has no data.
	Quit struct{}
	// Key is a key that was pressed.
	Key struct{ Code uint32 }
	// Resize is a new size.
	Resize struct{ Width, Height uint32 }
	// Paste is a text.
	Paste struct{ Text string }
)

func (Quit) isEvent()   {}
func (Key) isEvent()    {}
func (Resize) isEvent() {}
func (Paste) isEvent()  {}

// A Nested is perhaps a text, or an error where Err is not nil.
type Nested struct {
	Value *string `json:"Ok,omitempty"`
	Err   *uint32 `json:"Err,omitempty"`
}
