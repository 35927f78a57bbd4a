using System.Reflection;
using System.Text.RegularExpressions;

namespace Mimo.Aot;

/// <summary>Publishes the candidates as their projects say, into a folder of the repository that is not kept.</summary>
internal static partial class Publisher
{
    private static readonly string Root = typeof(Publisher).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static metadata => metadata.Key == "RepositoryRoot").Value!;

    /// <returns>The program; null where this machine can't compile native code.</returns>
    /// <exception cref="InvalidOperationException">It could be compiled, but was not.</exception>
    public static async Task<Published?> PublishAsync(Candidate candidate, bool isRecordedOnly)
    {
        string project = Path.Combine(Root, candidate.Project);
        string name = Path.GetFileName(candidate.Project);
        string output = Path.Combine(Root, "artifacts", "aot", name + (isRecordedOnly ? "-recorded" : ""));
        string[] arguments = ["publish", project, "-c", "Release", "-o", output, "-nologo", "-nodeReuse:false", "-v", "quiet"];
        Console.WriteLine($"publishing {candidate.Name}{(isRecordedOnly ? ", recorded answers only" : "")}");

        // Else a program that was compiled with other switches may be taken for up to date.
        DeleteNativeCode(project);
        (int exitCode, string log) = await Command.RunAsync("dotnet", isRecordedOnly ? [.. arguments, "-p:" + candidate.RecordedOnly] : arguments);
        if (exitCode != 0)
        {
            return CannotCompile().IsMatch(log) ? null : throw new InvalidOperationException($"{candidate.Project} could not be published:\n{log}");
        }

        string program = Path.Combine(output, OperatingSystem.IsWindows() ? name + ".exe" : name);
        MatchCollection warnings = Warning().Matches(log);
        foreach (Match warning in warnings)
        {
            Console.WriteLine(warning.Value);
        }

        return new Published(candidate, isRecordedOnly, program, warnings.Select(static warning => warning.Value).Distinct().Count());
    }

    private static void DeleteNativeCode(string project)
    {
        string objects = Path.Combine(project, "obj");
        if (Directory.Exists(objects))
        {
            foreach (string native in Directory.GetDirectories(objects, "native", SearchOption.AllDirectories))
            {
                Directory.Delete(native, recursive: true);
            }
        }
    }

    [GeneratedRegex(@"Platform linker \(|NU1101:.*ILCompiler|NU1102:.*ILCompiler|NETSDK1207")]
    private static partial Regex CannotCompile();

    [GeneratedRegex(@"^.*\bwarning IL\d+:.*$", RegexOptions.Multiline)]
    private static partial Regex Warning();
}
