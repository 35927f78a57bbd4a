using System.Text;

namespace Mimo.Generators.Tests.Harness;

/// <summary>
/// Compares what we write with files that are reviewed like source. <c>MIMO_UPDATE_SNAPSHOTS=1 dotnet test</c> rewrites them; a file
/// that is missing fails the test.
/// </summary>
internal static class Snapshot
{
    public static void Verify(string name, CheckedOutput output)
    {
        var text = new StringBuilder();
        foreach ((string file, string source) in output.Sources)
        {
            text.Append("// ======== ").Append(file).Append('\n').Append(source).Append('\n');
        }

        Verify(name, text.ToString());
    }

    public static void Verify(string name, string text)
    {
        string path = Repository.PathTo("tests", "Mimo.Generators.Tests", "Snapshots", name + ".verified.txt");
        if (Environment.GetEnvironmentVariable("MIMO_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, text);
            return;
        }

        Assert.True(File.Exists(path), $"There is no {path}. Write it with MIMO_UPDATE_SNAPSHOTS=1, and read it before you commit it.");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
