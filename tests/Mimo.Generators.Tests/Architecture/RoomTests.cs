using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Mimo.Generators.Tests.Harness;

namespace Mimo.Generators.Tests.Architecture;

/// <summary>The walls between parser, model and emitter.</summary>
public class RoomTests
{
    /// <summary>Roslyn's own types by name; those that only print a literal are free to use where text is written.</summary>
    private static readonly HashSet<string> RoslynTypes = typeof(ISymbol).Assembly.GetExportedTypes()
        .Concat(typeof(CSharpCompilation).Assembly.GetExportedTypes())
        .Select(static type => type.Name)
        .Except([nameof(SymbolDisplay)])
        .ToHashSet(StringComparer.Ordinal);

    [Theory]
    [InlineData("Model")]
    [InlineData("Emission")]
    [InlineData("Collections")]
    public void Only_parsers_and_analyzers_know_symbols(string room)
    {
        string[] files = Directory.GetFiles(Repository.PathTo("src", "Mimo.Generators", room), "*.cs", SearchOption.AllDirectories);

        Assert.NotEmpty(files);
        foreach (string file in files)
        {
            CompilationUnitSyntax unit = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetCompilationUnitRoot();
            IEnumerable<string> strangers = unit.DescendantNodes().OfType<SimpleNameSyntax>()
                .Where(static name => name.Parent is not InvocationExpressionSyntax)
                .Select(static name => name.Identifier.Text).Where(RoslynTypes.Contains).Distinct();
            IEnumerable<string> namespaces = unit.Usings.Select(static directive => directive.Name!.ToString())
                .Where(static name => name.StartsWith("Microsoft", StringComparison.Ordinal) && name != "Microsoft.CodeAnalysis.CSharp");

            Assert.True(!strangers.Any() && !namespaces.Any(), $"{Path.GetFileName(file)} mentions {string.Join(", ", strangers.Concat(namespaces))}");
        }
    }

    [Fact]
    public void The_rule_about_symbols_can_fail() => Assert.Superset(new HashSet<string> { "ISymbol", "SyntaxNode", "Location", "SymbolDisplayFormat" }, RoslynTypes);

    [Fact]
    public void Generators_and_analyzers_have_no_field_that_changes()
    {
        List<Type> types = Types().Where(static type => typeof(IIncrementalGenerator).IsAssignableFrom(type) || typeof(DiagnosticAnalyzer).IsAssignableFrom(type)).ToList();

        Assert.Contains(typeof(MimoGenerator), types);
        Assert.Empty(types.SelectMany(FieldsThatChange));
    }

    [Fact]
    public void Nothing_static_changes() => Assert.DoesNotContain(Types().SelectMany(FieldsThatChange), static field => field.IsStatic);

    [Fact]
    public void Models_are_immutable()
    {
        List<Type> models = Types().Where(static type => type.Namespace == "Mimo.Generators.Model").ToList();

        Assert.NotEmpty(models);
        Assert.DoesNotContain(models.SelectMany(FieldsThatChange), static field => !IsInitOnly(field));
    }

    private static IEnumerable<Type> Types() => typeof(MimoGenerator).Assembly.GetTypes()
        .Where(static type => type.Namespace?.StartsWith("Mimo.Generators", StringComparison.Ordinal) == true && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null);

    private static IEnumerable<FieldInfo> FieldsThatChange(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(static field => field is { IsInitOnly: false, IsLiteral: false } && !IsEnumValue(field));

    private static bool IsEnumValue(FieldInfo field) => field.DeclaringType!.IsEnum;

    /// <summary>Whether the field is behind a property that only an initializer sets.</summary>
    private static bool IsInitOnly(FieldInfo field)
    {
        string name = field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)] : field.Name;
        MethodInfo? setter = field.DeclaringType!.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)?.SetMethod;
        return setter is null || setter.ReturnParameter.GetRequiredCustomModifiers().Any(static modifier => modifier.Name == "IsExternalInit");
    }
}
