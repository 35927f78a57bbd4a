using System.Reflection;
using System.Text.RegularExpressions;
using Mimo.Docs.Tests.Pages;
using Mimo.Testing;

namespace Mimo.Docs.Tests;

/// <summary>What pages call by name, in the text between their snippets, exists: public types and their members, and paths of the repository.</summary>
public sealed partial class NameTests
{
    private static readonly Dictionary<string, Type> PublicTypes = new[] { typeof(MimoClient).Assembly, typeof(MimoServer).Assembly }
        .SelectMany(static assembly => assembly.GetExportedTypes())
        .GroupBy(static type => type.Name.Split('`')[0].Replace("Attribute", "", StringComparison.Ordinal))
        .ToDictionary(static group => group.Key, static group => group.First());

    /// <summary>Names that begin like ours and are no types of the packages.</summary>
    private static readonly HashSet<string> Others = ["Mimo", "MimoDescribeConstraints"];

    public static TheoryData<string> Pages => [.. Repository.Pages.Where(static path => path != "CHANGELOG.md")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_public_name_exists(string path) => Assert.Empty(Page.Read(path).InlineCode().SelectMany(MissingNames));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_path_exists(string path)
    {
        string[] missing =
        [
            .. Page.Read(path).InlineCode()
                .SelectMany(static code => RepositoryPath().Matches(code).Select(static match => match.Value.TrimEnd('.', '/')))
                .Where(static name => !name.Contains("nnn", StringComparison.Ordinal) && !Path.Exists(Repository.PathTo(name))),
        ];
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("MimoNothing")]
    [InlineData("MimoTurn.Nothing()")]
    [InlineData("new MimoClientOptions { Nothing = 1 }.ApiKeys, MimoClientOptions.ApiKeys")]
    public void A_name_that_does_not_exist_is_found(string code) => Assert.Single(MissingNames(code));

    [Theory]
    [InlineData("MimoTurn.RateLimited()")]
    [InlineData("MimoPrompt(RepairAttempts = 1)")]
    [InlineData("IAsyncEnumerable<MimoUpdate>")]
    [InlineData("MimoResult<T>.Messages")]
    [InlineData("Mimo.Testing")]
    public void A_name_that_exists_is_not(string code) => Assert.Empty(MissingNames(code));

    private static IEnumerable<string> MissingNames(string code) =>
        from Match match in PublicName().Matches(code)
        let type = match.Groups["type"].Value
        let member = match.Groups["member"].Value
        where !Others.Contains(type) && !(PublicTypes.TryGetValue(type, out Type? found) && (member.Length == 0 || Has(found, member)))
        select match.Value;

    private static bool Has(Type type, string member) =>
        type.GetMember(member, BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy).Length > 0;

    [GeneratedRegex(@"(?<![\w.])(?<type>I?Mimo[A-Z]\w*)(<\w+>)?(\.(?<member>[A-Z]\w*))?")]
    private static partial Regex PublicName();

    [GeneratedRegex(@"(?<![\w/.])(src|tests|samples|docs)/[\w./-]+")]
    private static partial Regex RepositoryPath();
}
