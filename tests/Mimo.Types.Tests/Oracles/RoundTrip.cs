using CsCheck;
using Mimo.Types.Tests.Generating;
using Mimo.Types.Tests.Judging;

namespace Mimo.Types.Tests.Oracles;

/// <summary>What System.Text.Json writes, our reader reads to an equal value; what our writer writes, System.Text.Json does.</summary>
internal static class RoundTrip
{
    public static void Check(EchoCase echo, int samples)
    {
        var equality = new ValueEquality(echo.Type);
        ValueTexts.Of(echo.Parameter).Each(text => Check(echo, equality, Judge.Write(Judge.Read(text, echo.Type), echo.Type)), samples: samples);
    }

    public static void Check(EchoCase echo, string written)
    {
        Check(echo, new ValueEquality(echo.Type), written);
    }

    private static void Check(EchoCase echo, ValueEquality equality, string written)
    {
        string expected = equality.Form(Judge.Read(written, echo.Type));
        EchoOutcome outcome = echo.Call(written);
        Assert.False(outcome.Result.IsError, $"Refused: {outcome.Result.Content}\n{outcome.Result.Exception}\nThe value: {CanonicalJson.Excerpt(written)}");
        AssertSame(expected, equality.Form(outcome.Value), "read", written);

        string content = outcome.Result.Content;
        if (echo.Type == typeof(string))
        {
            // A text is sent as itself, and no text as the JSON word for it.
            Assert.Equal(outcome.Value ?? "null", content);
            return;
        }

        AssertSame(expected, equality.Form(Judge.Read(content, echo.Type)), "written", written);
    }

    private static void AssertSame(string expected, string actual, string what, string source) => Assert.True(
        expected == actual,
        $"Not {what} as it was.\nSource:   {CanonicalJson.Excerpt(source)}\nExpected: {CanonicalJson.Excerpt(expected)}\nActual:   {CanonicalJson.Excerpt(actual)}");
}
