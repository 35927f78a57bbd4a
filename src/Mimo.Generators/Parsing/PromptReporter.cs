using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Mimo.Generators.Parsing;

/// <summary>
/// Tells what is wrong with one prompt method, at the narrowest place. It also remembers whether the method can be a prompt at
/// all, which the generator asks that hears no reports.
/// </summary>
/// <param name="prompt">The interface or class that is generated for.</param>
/// <param name="method">The method; an inherited one may be declared in another project, where nothing may be reported.</param>
/// <param name="report">Hears the reports; null for the generator.</param>
/// <param name="cancellationToken">Stops the work when the user types on.</param>
internal sealed class PromptReporter(INamedTypeSymbol prompt, IMethodSymbol method, Action<Diagnostic>? report, CancellationToken cancellationToken)
{
    /// <summary>Whether something was told that keeps the method from being a prompt.</summary>
    public bool HasRefused { get; private set; }

    /// <summary>Whether anybody hears the reports. What only leads to reports need not be looked for otherwise.</summary>
    public bool IsHeard => report is not null;

    private bool IsNear => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, prompt.ContainingAssembly);

    private Location MethodLocation => PromptParser.LocationOf(method, prompt);

    /// <summary>Refuses the method without a word; another has told why.</summary>
    public void Refuse() => HasRefused = true;

    /// <summary>Tells of the method as a whole, on its name.</summary>
    public void Report(DiagnosticDescriptor rule, params object[] arguments) => Report(rule, static (reporter, _) => reporter.MethodLocation, "", arguments);

    /// <summary>Tells of what the method gives back, on its return type.</summary>
    public void ReportReturn(DiagnosticDescriptor rule, params object[] arguments) => Report(
        rule,
        static (reporter, method) => (method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(reporter.Token) as MethodDeclarationSyntax)?.ReturnType.GetLocation(),
        method,
        arguments);

    /// <summary>Tells of a parameter, on its name.</summary>
    public void Report(DiagnosticDescriptor rule, IParameterSymbol parameter, params object[] arguments) =>
        Report(rule, static (_, parameter) => parameter.Locations.FirstOrDefault(), parameter, arguments);

    /// <summary>Tells of an attribute, on all of it.</summary>
    public void Report(DiagnosticDescriptor rule, AttributeData attribute, params object[] arguments) =>
        Report(rule, static (reporter, attribute) => reporter.LocationOf(attribute), attribute, arguments);

    /// <summary>Tells of an attribute's argument, on its expression.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="argument">Which of the arguments that have no name.</param>
    /// <param name="arguments">What the message names.</param>
    public void Report(DiagnosticDescriptor rule, AttributeData attribute, int argument, params object[] arguments) => Report(
        rule,
        static (reporter, place) => AttributeTemplate.FindArgument(place.attribute, place.argument, reporter.Token)?.GetLocation() ?? reporter.LocationOf(place.attribute),
        (attribute, argument),
        arguments);

    /// <summary>Tells of an attribute's argument, or of a stretch of the text that it is.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="argument">Which of the arguments that have no name; -1 for the attribute as a whole.</param>
    /// <param name="stretch">The stretch of its text; null for all of it.</param>
    /// <param name="properties">What a code fix needs to know.</param>
    /// <param name="arguments">What the message names.</param>
    public void Report(
        DiagnosticDescriptor rule,
        AttributeData attribute,
        int argument,
        TextProblem? stretch,
        ImmutableDictionary<string, string?> properties,
        params object[] arguments) => Report(
            rule,
            static (reporter, place) => AttributeTemplate.FindArgument(place.attribute, place.argument, reporter.Token) is not { } expression ? reporter.LocationOf(place.attribute)
                : place.stretch is { } part && StringConstantMap.Find(expression, part.Start, part.Start + part.Length) is { } span ? Location.Create(expression.SyntaxTree, span)
                : expression.GetLocation(),
            (attribute, argument, stretch),
            arguments,
            properties);

    /// <summary>Tells of a stretch of a template, on that stretch.</summary>
    public void Report(DiagnosticDescriptor rule, TemplateSource template, int start, int length, params object[] arguments) =>
        Report(rule, static (_, place) => place.template.FindLocation(place.start, place.length), (template, start, length), arguments);

    /// <summary>Tells of a stretch of a template file.</summary>
    public void Report(DiagnosticDescriptor rule, PromptFile file, TextSpan span, params object[] arguments) =>
        Report(rule, static (_, place) => place.file.LocationOf(place.span), (file, span), arguments);

    /// <summary>Tells of a place that is looked for only if somebody hears of it.</summary>
    public void Report(DiagnosticDescriptor rule, Func<CancellationToken, Location?> place, params object[] arguments) =>
        Report(rule, static (reporter, place) => place(reporter.Token), place, arguments);

    private CancellationToken Token => cancellationToken;

    private Location? LocationOf(AttributeData attribute) => attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken).GetLocation();

    private void Report<TPlace>(DiagnosticDescriptor rule, Func<PromptReporter, TPlace, Location?> locate, TPlace place, object[] arguments, ImmutableDictionary<string, string?>? properties = null)
    {
        HasRefused |= rule.DefaultSeverity == DiagnosticSeverity.Error;
        report?.Invoke(Diagnostic.Create(rule, (IsNear ? locate(this, place) : null) ?? MethodLocation, properties, arguments));
    }
}
