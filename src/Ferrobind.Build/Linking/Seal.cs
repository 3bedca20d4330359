using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Ferrobind.Build;

/// <summary>
/// Writes into a library what it is: a digest of its contents. Verdicts on machine code hold for that very code, so bindings that
/// use them ask the library for its seal first.
/// </summary>
public static class Seal
{
    private static ReadOnlySpan<byte> Mark => "ferrobind seal 1"u8;

    /// <summary>Seals a library, once.</summary>
    /// <returns>The seal, never 0; null where the library has no place for one.</returns>
    public static ulong? Write(string library)
    {
        var bytes = File.ReadAllBytes(library);
        var at = bytes.AsSpan().IndexOf(Mark);
        if (at < 0)
            return null;
        var place = bytes.AsSpan(at + Mark.Length, 8);
        place.Clear();
        var seal = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(bytes)) | 1;
        BinaryPrimitives.WriteUInt64LittleEndian(place, seal);
        File.WriteAllBytes(library, bytes);
        return seal;
    }
}
