using System.Reflection;

namespace Mimo.Types.Tests;

/// <summary>What a process pays for its first call is not to grow with the types that its project has.</summary>
public class FirstCallTests
{
    [Fact]
    public void The_class_of_all_readers_has_nothing_to_make_before_one_of_them_is_used()
    {
        Type readers = Assert.Single(typeof(FirstCallTests).Assembly.GetTypes(), static type => type is { Namespace: "Mimo.Generated", IsNested: false } && type.Name.StartsWith("Json_", StringComparison.Ordinal));

        Assert.True(readers.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Length > 10);
        Assert.Null(readers.TypeInitializer);
    }
}
