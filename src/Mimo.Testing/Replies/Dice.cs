using System.Globalization;

namespace Mimo.Testing.Replies;

/// <summary>
/// Numbers that look random and follow from the server's seed and the number of the request, so that runs can be repeated.
/// The mixing is that of SplitMix64.
/// </summary>
internal struct Dice(int seed, int requestNumber)
{
    private ulong _state = ((ulong)(uint)seed << 32) | (uint)requestNumber;

    public int Next(int minimum, int maximumInclusive) => minimum + (int)(NextBits() % (ulong)(maximumInclusive - minimum + 1));

    /// <summary>This many lower-case hexadecimal digits, at most 32.</summary>
    public string NextHex(int digits) =>
        string.Create(CultureInfo.InvariantCulture, $"{NextBits():x16}{NextBits():x16}")[..digits];

    private ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong bits = _state;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}
