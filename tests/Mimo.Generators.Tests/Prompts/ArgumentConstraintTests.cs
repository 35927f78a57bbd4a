using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Prompts;

/// <summary>Constraints of a prompt's parameters, which its caller has to keep.</summary>
public class ArgumentConstraintTests
{
    [Fact]
    public void What_breaks_them_is_refused_before_it_is_sent()
    {
        Type requests = GeneratorHarness.Check("""
            using System.ComponentModel.DataAnnotations;
            using System.Threading.Tasks;
            using Mimo;

            [MimoPrompt]
            public partial interface IAsk
            {
                [UserPrompt("{count} {name}")]
                Task<string> AskAsync([Range(1, 5), DeniedValues(3)] int count, [MaxLength(2), RegularExpression("[a-z]+")] string? name);
            }
            """).Load().GetType("IAsk+Requests", throwOnError: true)!;
        string? Problem(int count, string? name) => Record.Exception(() => requests.GetMethod("AskAsync")!.Invoke(null, [count, name]))?.InnerException?.Message;

        Assert.Null(Problem(1, null));
        Assert.Null(Problem(5, "ab"));
        Assert.Equal("Expected a number from 1 to 5. (Parameter 'count')", Problem(6, null));
        Assert.Equal("Expected anything but 3. (Parameter 'count')", Problem(3, null));
        Assert.Equal("Expected at most 2 characters. (Parameter 'name')", Problem(1, "abc"));
        Assert.Equal("Expected text that matches ^(?:[a-z]+)$. (Parameter 'name')", Problem(1, "A"));
    }
}
