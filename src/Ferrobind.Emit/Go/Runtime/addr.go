package support

import "net/netip"

func (r *fbReader) addr4() netip.Addr { return netip.AddrFrom4([4]byte(r.take(4))) }

func (r *fbReader) addr6() netip.Addr { return netip.AddrFrom16([16]byte(r.take(16))) }

// addr is an address of either family.
func (r *fbReader) addr() netip.Addr {
	switch r.u8() {
	case 4:
		return r.addr4()
	case 6:
		return r.addr6()
	}
	r.invalid("an IP address that is neither 4 nor 6")
	panic("unreachable")
}

func fbAppendAddr4(b []byte, w *fbWriter, value netip.Addr) []byte {
	if !value.Is4() {
		w.fail("has an address that is not IPv4")
		return b
	}
	address := value.As4()
	return append(b, address[:]...)
}

func fbAppendAddr6(b []byte, w *fbWriter, value netip.Addr) []byte {
	switch {
	case !value.Is6():
		w.fail("has an address that is not IPv6")
		return b
	case value.Zone() != "":
		w.fail("has an address with a zone")
		return b
	}
	address := value.As16()
	return append(b, address[:]...)
}

func fbAppendAddr(b []byte, w *fbWriter, value netip.Addr) []byte {
	switch {
	case value.Is4():
		return fbAppendAddr4(append(b, 4), w, value)
	case value.Is6():
		return fbAppendAddr6(append(b, 6), w, value)
	}
	w.fail("has an address that is none")
	return b
}
