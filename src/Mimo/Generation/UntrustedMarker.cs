using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Mimo.Generation;

/// <summary>A random number that fences a text in. Whoever wrote the text can't know it, so nothing in the text can end the fence.</summary>
internal readonly struct UntrustedMarker
{
    /// <summary>128 bits are beyond guessing, whatever is tried.</summary>
    private readonly UInt128 _id;

    private UntrustedMarker(UInt128 id) => _id = id;

    public static UntrustedMarker Create()
    {
        UInt128 id = 0;
        Span<UInt128> one = new(ref id);
        RandomNumberGenerator.Fill(System.Runtime.InteropServices.MemoryMarshal.AsBytes(one));
        return new(id);
    }

    public void AppendBegin(ref DefaultInterpolatedStringHandler text)
    {
        text.AppendLiteral("<untrusted-");
        text.AppendFormatted(_id, "x32");
        text.AppendLiteral(">\n");
    }

    public void AppendEnd(ref DefaultInterpolatedStringHandler text)
    {
        text.AppendLiteral("\n</untrusted-");
        text.AppendFormatted(_id, "x32");
        text.AppendLiteral(">");
    }
}
