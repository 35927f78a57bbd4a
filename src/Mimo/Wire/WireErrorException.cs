namespace Mimo.Wire;

/// <summary>An error object where an answer should stand. Never leaves the library: whoever knows the exchange makes a <see cref="MimoApiException"/> of it.</summary>
internal sealed class WireErrorException(byte[] body) : Exception("The answer holds an error.")
{
    public byte[] Body { get; } = body;
}
