//! Text, paths and the operating system's text.

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

use super::short::owned;
use super::{Decode, Encode, Extent, Malformed, Reader, Writer};

macro_rules! encoded {
    ($($text:ty: $bytes:expr),+ $(,)?) => {$(
        impl Extent for $text {
            const LEAST: usize = 4;
        }

        impl Encode for $text {
            #[inline]
            fn encode(&self, out: &mut Writer) {
                let bytes: fn(&$text) -> &[u8] = $bytes;
                out.text(bytes(self));
            }

            #[inline]
            fn size(&self) -> usize {
                let bytes: fn(&$text) -> &[u8] = $bytes;
                4 + bytes(self).len()
            }
        }
    )+};
}

encoded! {
    str: |text| text.as_bytes(),
    String: |text| text.as_bytes(),
    OsStr: |text| text.as_encoded_bytes(),
    OsString: |text| text.as_encoded_bytes(),
    Path: |path| path.as_os_str().as_encoded_bytes(),
    PathBuf: |path| path.as_os_str().as_encoded_bytes(),
}

macro_rules! decoded {
    ($($text:ty: $read:ident),+ $(,)?) => {$(
        impl<'f> Decode<'f> for $text {
            #[inline]
            fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
                $read(reader).map(Into::into)
            }
        }
    )+};
}

decoded! {
    &'f str: text,
    Box<str>: text,
    Rc<str>: text,
    Arc<str>: text,
    &'f OsStr: os_text,
    OsString: os_text,
    Box<OsStr>: os_text,
    Rc<OsStr>: os_text,
    Arc<OsStr>: os_text,
    PathBuf: os_text,
}

impl<'f> Decode<'f> for String {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        text(reader).map(owned)
    }
}

/// Its own copy, whatever its lifetime: a field may want `'static`.
impl<'f> Decode<'f> for Cow<'_, str> {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        String::decode(reader).map(Cow::Owned)
    }
}

impl<'f> Decode<'f> for Cow<'_, OsStr> {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        OsString::decode(reader).map(Cow::Owned)
    }
}

impl<'f> Decode<'f> for Cow<'_, Path> {
    #[inline]
    fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
        PathBuf::decode(reader).map(Cow::Owned)
    }
}

macro_rules! paths {
    ($($holder:ty),+) => {$(
        impl<'f> Decode<'f> for $holder {
            #[inline]
            fn decode(reader: &mut Reader<'f>) -> Result<Self, Malformed> {
                os_text(reader).map(|text| Path::new(text).into())
            }
        }
    )+};
}

paths!(&'f Path, Box<Path>, Rc<Path>, Arc<Path>);

#[inline]
fn text<'f>(reader: &mut Reader<'f>) -> Result<&'f str, Malformed> {
    reader.text()
}

#[cfg(unix)]
#[inline]
fn os_text<'f>(reader: &mut Reader<'f>) -> Result<&'f OsStr, Malformed> {
    use std::os::unix::ffi::OsStrExt;
    reader.bytes().map(OsStr::from_bytes)
}

/// Where it is not made of bytes, it is text.
#[cfg(not(unix))]
#[inline]
fn os_text<'f>(reader: &mut Reader<'f>) -> Result<&'f OsStr, Malformed> {
    reader.text().map(OsStr::new)
}
