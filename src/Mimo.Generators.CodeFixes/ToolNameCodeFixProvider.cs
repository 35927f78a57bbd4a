using System.Collections.Immutable;
using System.Composition;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>Repairs MIMO009 and MIMO010: gives a tool a name that MiMo accepts and no other tool of its type has.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ToolNameCodeFixProvider))]
[Shared]
public sealed class ToolNameCodeFixProvider : RepairingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.ToolNameIsInvalid.Id, DiagnosticDescriptors.ToolNameIsTaken.Id);

    private const int LongestName = 64;

    // Taking accents off by normalization needs culture data, which hosts need not have. A dash stands for two letters.
    private const string Accented = "àáâãäåèéêëìíîïòóôõöøùúûüýÿñçßæœ";
    private const string Plain = "aaaaaaeeeeiiiioooooouuuuyync---";

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<MethodDeclarationSyntax>() is not { } declaration
            || context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } method
            || Syntaxes.Attribute(method.FindAttribute(AttributeNames.MimoTool), context.CancellationToken) is not { } attribute)
        {
            yield break;
        }

        ExpressionSyntax? written = Written(attribute);
        if (written is not (null or LiteralExpressionSyntax))
        {
            yield break; // A constant from elsewhere: who else uses it is not to be seen here.
        }

        string current = written is LiteralExpressionSyntax literal ? literal.Token.ValueText : WireNames.ToToolName(method.Name);
        string? name = context.Diagnostic.Id == DiagnosticDescriptors.ToolNameIsInvalid.Id
            ? Sanitize(current) ?? Sanitize(WireNames.ToToolName(method.Name))
            : FindFree(method, current);
        if (name is null)
        {
            yield break;
        }

        Edit edit = written is null
            ? new Edit(context.Document, attribute, (node, _) => AddName((AttributeSyntax)node, name))
            : new Edit(context.Document, written, (node, _) => Syntaxes.Literal(name).WithTriviaFrom(node));
        yield return new Repair($"Name the tool '{name}'", "NameTool", edit);
    }

    /// <summary>The name as the attribute writes it; null if it leaves it to the method's.</summary>
    internal static ExpressionSyntax? Written(AttributeSyntax attribute) =>
        (attribute.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Name")
            ?? attribute.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null))?.Expression;

    internal static AttributeSyntax AddName(AttributeSyntax attribute, string name)
    {
        AttributeArgumentListSyntax arguments = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        return attribute.WithArgumentList(arguments.WithArguments(arguments.Arguments.With(0, Syntaxes.Argument(name))));
    }

    /// <summary>The name with accents taken off and every other stranger replaced; null if nothing is left.</summary>
    internal static string? Sanitize(string name)
    {
        var text = new StringBuilder();
        foreach (char character in name)
        {
            int place = Accented.IndexOf(char.ToLowerInvariant(character));
            if (place >= 0)
            {
                string plain = Plain[place] == '-' ? character == 'ß' ? "ss" : char.ToLowerInvariant(character) == 'æ' ? "ae" : "oe" : Plain[place].ToString();
                text.Append(char.IsUpper(character) ? plain.ToUpperInvariant() : plain);
            }
            else if (character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-')
            {
                text.Append(character);
            }
            else if (text.Length > 0 && text[text.Length - 1] != '_')
            {
                text.Append('_');
            }
        }

        string sound = text.ToString().Trim('_');
        sound = sound.Length > LongestName ? sound.Substring(0, LongestName).TrimEnd('_') : sound;
        return WireNames.IsToolName(sound) ? sound : null;
    }

    /// <summary>A name out of what tells an overload from the others, or else with a number.</summary>
    private static string? FindFree(IMethodSymbol method, string current)
    {
        var taken = new HashSet<string>(ToolParser.NamesIn(method.ContainingType), StringComparer.Ordinal);
        string parameters = ParameterNames(method);
        string byParameters = Sanitize($"{current}_by_{parameters}") ?? "";
        if (parameters.Length > 0 && !taken.Contains(byParameters) && IsOnlyOne(method, parameters))
        {
            return byParameters;
        }

        int number = method.ContainingType.GetMembers().OfType<IMethodSymbol>().Where(static other => other.HasAttribute(AttributeNames.MimoTool)).TakeWhile(other => !SymbolEqualityComparer.Default.Equals(other, method)).Count() + 1;
        return Sanitize(current) is { } sound && WireNames.IsToolName($"{sound}_{number}") && !taken.Contains($"{sound}_{number}") ? $"{sound}_{number}" : null;
    }

    /// <summary>Whether no other overload has parameters of the same names: all of them may be renamed at once.</summary>
    private static bool IsOnlyOne(IMethodSymbol method, string parameters) =>
        method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Count(other => ParameterNames(other) == parameters) == 1;

    private static string ParameterNames(IMethodSymbol method) => string.Join(
        "_and_",
        method.Parameters.Where(static parameter => parameter.Type.Name != "CancellationToken" && parameter.Name.Length > 0)
            .Select(static parameter => WireNames.ToToolName(char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1))));
}
