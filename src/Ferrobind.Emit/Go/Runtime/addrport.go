package support

import (
	"encoding/binary"
	"net/netip"
	"strconv"
)

func (r *fbReader) addrPort4() netip.AddrPort {
	address := netip.AddrFrom4([4]byte(r.take(4)))
	return netip.AddrPortFrom(address, r.u16())
}

// addrPort6 is an address with its port. The scope is the address's zone; the
// flow information has no place in Go.
func (r *fbReader) addrPort6() netip.AddrPort {
	address := netip.AddrFrom16([16]byte(r.take(16)))
	port, _, scope := r.u16(), r.u32(), r.u32()
	if scope != 0 {
		address = address.WithZone(strconv.FormatUint(uint64(scope), 10))
	}
	return netip.AddrPortFrom(address, port)
}

// addrPort is an address of either family.
func (r *fbReader) addrPort() netip.AddrPort {
	switch r.u8() {
	case 4:
		return r.addrPort4()
	case 6:
		return r.addrPort6()
	}
	r.invalid("an IP address that is neither 4 nor 6")
	panic("unreachable")
}

func fbAppendAddrPort4(b []byte, w *fbWriter, value netip.AddrPort) []byte {
	if !value.Addr().Is4() {
		w.fail("has an address that is not IPv4")
		return b
	}
	address := value.Addr().As4()
	b = append(b, address[:]...)
	return binary.LittleEndian.AppendUint16(b, value.Port())
}

func fbAppendAddrPort6(b []byte, w *fbWriter, value netip.AddrPort) []byte {
	if !value.Addr().Is6() {
		w.fail("has an address that is not IPv6")
		return b
	}
	var scope uint64
	if zone := value.Addr().Zone(); zone != "" {
		number, err := strconv.ParseUint(zone, 10, 32)
		if err != nil {
			w.fail("has an address whose zone is not a number")
			return b
		}
		scope = number
	}
	address := value.Addr().As16()
	b = append(b, address[:]...)
	b = binary.LittleEndian.AppendUint16(b, value.Port())
	b = binary.LittleEndian.AppendUint32(b, 0)
	return binary.LittleEndian.AppendUint32(b, uint32(scope))
}

func fbAppendAddrPort(b []byte, w *fbWriter, value netip.AddrPort) []byte {
	switch {
	case value.Addr().Is4():
		return fbAppendAddrPort4(append(b, 4), w, value)
	case value.Addr().Is6():
		return fbAppendAddrPort6(append(b, 6), w, value)
	}
	w.fail("has an address that is none")
	return b
}
