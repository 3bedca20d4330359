//! Checksums of bytes, and the checks of a few numbers that people write down.

/// How a checksum is made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Method {
    /// CRC-32, as in zip and PNG.
    Crc32,
    /// Adler-32, as in zlib.
    Adler32,
    /// FNV-1a.
    Fnv1a,
}

const TABLE: [u32; 256] = table();

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut value = byte as u32;
        let mut bit = 0;
        while bit < 8 {
            value = (value >> 1) ^ if value & 1 == 1 { 0xEDB8_8320 } else { 0 };
            bit += 1;
        }
        table[byte] = value;
        byte += 1;
    }
    table
}

/// The checksum of some bytes.
pub fn checksum(method: Method, bytes: &[u8]) -> u32 {
    match method {
        Method::Crc32 => !bytes.iter().fold(!0, |crc, &byte| {
            TABLE[usize::from(crc as u8 ^ byte)] ^ (crc >> 8)
        }),
        Method::Adler32 => {
            let (a, b) = bytes.iter().fold((1, 0), |(a, b), &byte| {
                let a = (a + u32::from(byte)) % 65521;
                (a, (a + b) % 65521)
            });
            b << 16 | a
        }
        Method::Fnv1a => bytes.iter().fold(0x811C_9DC5, |hash, &byte| {
            (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
        }),
    }
}

/// The number of a card or an account, if its last digit fits the others (Luhn's formula). Spaces do not matter.
pub fn luhn(text: &str) -> Option<u64> {
    let (mut number, mut digits, mut sums) = (0_u64, 0_u32, [0_u32; 2]);
    for byte in text.bytes().filter(|&byte| byte != b' ') {
        let digit = u32::from(byte.wrapping_sub(b'0'));
        if digit > 9 || digits == 19 {
            return None;
        }
        number = number.wrapping_mul(10).wrapping_add(u64::from(digit));
        digits += 1;
        // Every second digit counts twice, from the right: which they are, the end tells.
        let twice = if digit > 4 { 2 * digit - 9 } else { 2 * digit };
        sums = [sums[1].wrapping_add(twice), sums[0].wrapping_add(digit)];
    }
    (digits > 1 && sums[1] % 10 == 0).then_some(number)
}

/// The checksum as people write it down. It allocates, so it is only for programs with cgo.
pub fn hexadecimal(method: Method, bytes: &[u8]) -> String {
    format!("{:08x}", checksum(method, bytes))
}

#[cfg(test)]
mod tests {
    use super::{Method, checksum, hexadecimal, luhn};

    #[test]
    fn checksums_are_those_of_others() {
        assert_eq!(checksum(Method::Crc32, b"123456789"), 0xCBF4_3926);
        assert_eq!(checksum(Method::Adler32, b"Wikipedia"), 0x11E6_0398);
        assert_eq!(checksum(Method::Fnv1a, b"foobar"), 0xBF9C_F968);
        assert_eq!(hexadecimal(Method::Crc32, b""), "00000000");
    }

    #[test]
    fn last_digits_are_checked() {
        assert_eq!(luhn("4539 1488 0343 6467"), Some(4_539_148_803_436_467));
        assert_eq!(luhn("4539 1488 0343 6468"), None);
        assert_eq!(luhn("79927398713"), Some(79_927_398_713));
        assert_eq!(luhn("7992739871x"), None);
        assert_eq!(luhn(""), None);
    }
}
