namespace Mimo.Types.Tests.Judging;

/// <summary>Keeps the value that a tool was called with, so that a judge can look at what the reader made.</summary>
public static class Kept
{
    [ThreadStatic]
    private static object? LastValue;

    /// <summary>The value that the last tool on this thread got.</summary>
    public static object? Last => LastValue;

    public static T Value<T>(T value)
    {
        LastValue = value;
        return value;
    }
}
