namespace Mimo.Package.Tests;

/// <summary>A stranger's project, with nothing but the packages: it restores, builds without a warning, and runs.</summary>
[Collection(Strangers.Name)]
public sealed class ConsumerTests(PackageFeed feed)
{
    private const string Package = """<PackageReference Include="Mimo" Version="$Version" />""";
    private const string Both = Package + """<PackageReference Include="Mimo.Testing" Version="$Version" />""";

    private const string Program = """
        using Mimo;
        using Mimo.Testing;

        await using MimoServer server = await MimoServer.StartAsync();
        server.Enqueue(MimoTurn.ToolCall("add", "{\"a\":2,\"b\":\"3\"}"), MimoTurn.Text("It is five."), MimoTurn.Text("{\"value\":[{\"name\":\"Rome\",\"days\":3}]}"));
        using var client = new MimoClient(new MimoClientOptions { ApiKey = server.ApiKey, Endpoint = server.Endpoint });
        IGuide guide = IGuide.Create(client);
        Console.WriteLine(await guide.AskAsync("What is 2 + 3?"));
        Console.WriteLine(string.Join(';', await guide.PlanAsync("Italy")));

        [MimoPrompt(Tools = [typeof(Numbers)])]
        public partial interface IGuide
        {
            [UserPrompt("{question}")]
            Task<string> AskAsync(string question, CancellationToken cancellationToken = default);

            [UserPrompt("Where to go in {country}?")]
            Task<IReadOnlyList<Place>> PlanAsync(string country, CancellationToken cancellationToken = default);
        }

        public sealed record Place(string Name, int Days);

        public static partial class Numbers
        {
            /// <summary>Adds two numbers.</summary>
            /// <param name="a">The one.</param>
            /// <param name="b">The other.</param>
            [MimoTool(Effect = ToolEffect.ReadOnly)]
            public static int Add(int a, int b) => a + b;
        }
        """;

    [Theory]
    [InlineData("net10.0")]
    [InlineData("net8.0")]
    public async Task A_program_restores_builds_and_runs(string framework)
    {
        string directory = feed.Write(
            "Console" + framework.Replace('.', '_'),
            $"<OutputType>Exe</OutputType><RollForward>Major</RollForward><LangVersion>latest</LangVersion><TargetFrameworks>{framework}</TargetFrameworks><TargetFramework />",
            Both,
            ("Program.cs", Program));

        await DotNet.SucceedAsync(directory, "build", "-v", "quiet", "-nologo", "-nodeReuse:false");
        string output = await DotNet.SucceedAsync(directory, "run", "--no-build", "-f", framework);

        Assert.Equal(["It is five.", "Place { Name = Rome, Days = 3 }"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Two_projects_that_see_each_others_internals_both_use_it()
    {
        const string Tools = "namespace {0}; internal sealed record Point(int X, int Y); internal static partial class Tools{0} {{\n/// <summary>Moves.</summary>\n/// <param name=\"point\">What moves.</param>\n [Mimo.MimoTool] internal static {1}Point Move({1}Point point) => point; }}";
        feed.Write(
            "Library",
            "",
            Package + """<InternalsVisibleTo Include="Application" />""",
            ("Tools.cs", string.Format(System.Globalization.CultureInfo.InvariantCulture, Tools, "First", "")));
        string directory = feed.Write(
            "Application",
            "<OutputType>Exe</OutputType>",
            Package + """<ProjectReference Include="../Library/Library.csproj" />""",
            ("Tools.cs", string.Format(System.Globalization.CultureInfo.InvariantCulture, Tools, "Second", "First.")),
            ("Program.cs", "System.Console.WriteLine(Mimo.MimoToolSet.Combine(First.ToolsFirst.Tools).Count + Second.ToolsSecond.Tools.Count);"));

        Assert.Equal("2", (await DotNet.SucceedAsync(directory, "run", "-v", "quiet")).Trim());
    }

    [Fact]
    public async Task A_property_of_the_project_reaches_the_generator()
    {
        const string Source = """
            /// <summary>A.</summary>
            public static partial class Numbers
            {
                /// <summary>Doubles.</summary>
                /// <param name="value">What.</param>
                [Mimo.MimoTool]
                public static int Double([System.ComponentModel.DataAnnotations.Range(1, 9)] int value) => value * 2;
            }
            """;
        const string Program = "System.Console.WriteLine(System.Text.Encoding.UTF8.GetString(Numbers.Tools[0].ParametersSchema.Span));";
        string told = feed.Write("Told", "<OutputType>Exe</OutputType>", Package, ("Tools.cs", Source), ("Program.cs", Program));
        string untold = feed.Write("Untold", "<OutputType>Exe</OutputType><MimoDescribeConstraints>false</MimoDescribeConstraints>", Package, ("Tools.cs", Source), ("Program.cs", Program));

        // The schema has the bounds in both; only the description may leave them out.
        const string Plain = "\"description\":\"What.\"";
        string describing = await DotNet.SucceedAsync(told, "run", "-v", "quiet");
        string silent = await DotNet.SucceedAsync(untold, "run", "-v", "quiet");
        Assert.All(new[] { describing, silent }, static schema => Assert.Contains("\"maximum\":9", schema, StringComparison.Ordinal));
        Assert.DoesNotContain(Plain, describing, StringComparison.Ordinal);
        Assert.Contains(Plain, silent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_project_hears_of_its_mistakes_and_of_nothing_else()
    {
        string directory = feed.Write("Broken", "", Package, ("Tools.cs", """
            using Mimo;

            public static class Closed
            {
                /// <summary>Lives in a type that is not partial.</summary>
                [MimoTool]
                public static string Tool() => "";
            }

            public static partial class Open
            {
                /// <summary>Takes what can't be JSON.</summary>
                [MimoTool]
                public static string Take(System.Type type) => type.Name;
            }

            [MimoPrompt]
            public partial interface IBroken
            {
                [UserPrompt("{nobody}")]
                Task<string> AskAsync(string somebody, CancellationToken cancellationToken = default);
            }
            """));

        (int exitCode, string output) = await DotNet.RunAsync(directory, "build", "-nologo", "-nodeReuse:false", "-clp:NoSummary");
        string[] ids = [.. System.Text.RegularExpressions.Regex.Matches(output, @"(?:error|warning) (\w+\d+):").Select(static match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

        Assert.NotEqual(0, exitCode);
        Assert.Contains("MIMO001", ids);
        Assert.Contains("MIMO004", ids);
        Assert.Contains("MIMO028", ids);
        Assert.All(ids, static id => Assert.StartsWith("MIMO", id, StringComparison.Ordinal));
    }
}
