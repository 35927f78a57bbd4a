namespace Mimo.Tests.Client;

/// <summary>Tests that listen to the library's traces, and those that need nobody to listen, run one after the other.</summary>
internal static class Listeners
{
    public const string Alone = "Listeners";
}
