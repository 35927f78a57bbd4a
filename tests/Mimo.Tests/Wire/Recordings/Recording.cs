using System.Text;

namespace Mimo.Tests.Wire.Recordings;

/// <summary>One answer as MiMo's hosts were recorded or are documented to send it, and what it says.</summary>
/// <param name="Format">The format it is in.</param>
/// <param name="Body">The bytes of the body.</param>
/// <param name="Told">What it says.</param>
internal sealed record Recording(MimoFormat Format, byte[] Body, Told Told)
{
    public Recording(MimoFormat format, string body, Told told)
        : this(format, Encoding.UTF8.GetBytes(body), told)
    {
    }
}
