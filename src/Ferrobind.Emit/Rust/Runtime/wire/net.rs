//! Addresses, in network order.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};

use super::{Decode, Encode, Extent, Malformed, Reader, Writer};

macro_rules! addresses {
    ($($address:ident: $size:literal),+) => {$(
        impl Extent for $address {
            const LEAST: usize = $size;
            const IS_FIXED: bool = true;
        }

        impl Encode for $address {
            #[inline]
            fn encode(&self, out: &mut Writer) {
                out.bytes(&self.octets());
            }
        }

        impl<'f> Decode<'f> for $address {
            #[inline]
            fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
                reader.array::<$size>().map(Self::from)
            }
        }
    )+};
}

addresses!(Ipv4Addr: 4, Ipv6Addr: 16);

impl Extent for SocketAddrV4 {
    const LEAST: usize = 6;
    const IS_FIXED: bool = true;
}

impl Encode for SocketAddrV4 {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        self.ip().encode(out);
        self.port().encode(out);
    }
}

impl<'f> Decode<'f> for SocketAddrV4 {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        let ip = Ipv4Addr::decode(reader)?;
        Ok(Self::new(ip, u16::decode(reader)?))
    }
}

impl Extent for SocketAddrV6 {
    const LEAST: usize = 26;
    const IS_FIXED: bool = true;
}

impl Encode for SocketAddrV6 {
    #[inline]
    fn encode(&self, out: &mut Writer) {
        self.ip().encode(out);
        self.port().encode(out);
        self.flowinfo().encode(out);
        self.scope_id().encode(out);
    }
}

impl<'f> Decode<'f> for SocketAddrV6 {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        let ip = Ipv6Addr::decode(reader)?;
        let port = u16::decode(reader)?;
        let flow = u32::decode(reader)?;
        Ok(Self::new(ip, port, flow, u32::decode(reader)?))
    }
}

/// Either family, named by its number.
macro_rules! families {
    ($($either:ident: $least:literal),+) => {$(
        impl Extent for $either {
            const LEAST: usize = $least;
        }

        impl Encode for $either {
            #[inline]
            fn encode(&self, out: &mut Writer) {
                match self {
                    Self::V4(address) => {
                        out.bytes(&[4]);
                        address.encode(out);
                    }
                    Self::V6(address) => {
                        out.bytes(&[6]);
                        address.encode(out);
                    }
                }
            }
        }

        impl<'f> Decode<'f> for $either {
            #[inline]
            fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
                match reader.array()? {
                    [4] => Decode::decode(reader).map(Self::V4),
                    [6] => Decode::decode(reader).map(Self::V6),
                    _ => Err(reader.invalid(1, stringify!($either))),
                }
            }
        }
    )+};
}

families!(IpAddr: 5, SocketAddr: 7);
