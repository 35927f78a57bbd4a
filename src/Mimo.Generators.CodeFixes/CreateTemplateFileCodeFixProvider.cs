using System.Collections.Immutable;
using System.Composition;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Mimo.Generators.Diagnostics;
using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.CodeFixes;

/// <summary>
/// Repairs MIMO033: creates a template file that is missing, or fills one that is empty, with a placeholder for each of the method's
/// values. A file that is there already is only added to the project.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CreateTemplateFileCodeFixProvider))]
[Shared]
public sealed class CreateTemplateFileCodeFixProvider : RepairingCodeFixProvider
{
    /// <summary>What has no mark of its encoding is this, or of one that nobody can tell.</summary>
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(DiagnosticDescriptors.TemplateFileIsUnusable.Id);

    /// <inheritdoc/>
    private protected override IEnumerable<Repair> FindRepairs(RepairContext context)
    {
        if (context.Find<AttributeArgumentSyntax>() is not { } argument
            || context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken).Value is not string { Length: > 0 } written)
        {
            yield break;
        }

        Project project = context.Document.Project;
        if (PromptFiles.Find(project.AdditionalDocuments, written, static file => file.FilePath ?? file.Name) is { } file)
        {
            // The text is read as the compiler reads it; a document has it only asynchronously.
            SourceText? present = new PromptFiles(project.AnalyzerOptions.AdditionalFiles).Find(written)?.GetText(context.CancellationToken);
            string head = present?.ToString().TrimEnd() ?? "";
            yield return new Repair($"Write a template into '{written}'", "FillFile")
            {
                FileTexts = ImmutableArray.Create(new FileText(
                    file.Id, SourceText.From((head.Length == 0 ? "" : head + "\n") + Template(argument, context), present?.Encoding ?? Encoding.UTF8))),
            };
            yield break;
        }

        string path = written.Replace('\\', '/');
        path = path.StartsWith("./", StringComparison.Ordinal) ? path.Substring(2) : path;
        if (Path.IsPathRooted(path) || path.Split('/').Contains(".."))
        {
            yield break;
        }

        if (Exists(project, path, out SourceText? text))
        {
            if (text is not null)
            {
                yield return new Repair($"Add '{path}' to the project", "AddFile") { Files = ImmutableArray.Create(new NewFile(project.Id, path, text)) };
            }
        }
        else
        {
            yield return new Repair($"Create '{path}'", "CreateFile") { Files = ImmutableArray.Create(new NewFile(project.Id, path, SourceText.From(Template(argument, context), Encoding.UTF8))) };
        }
    }

#pragma warning disable RS1035 // What is on the disk is no input of analyzers, which a compiler runs; a repair is made once, by an editor.
    /// <param name="project">The project.</param>
    /// <param name="path">A path relative to it.</param>
    /// <param name="text">What the file holds, in its own encoding, since an editor writes it anew; null if it can't be read, which is its author's to see to.</param>
    private static bool Exists(Project project, string path, out SourceText? text)
    {
        text = null;
        if (Path.GetDirectoryName(project.FilePath) is not { } root || !File.Exists(Path.Combine(root, path)))
        {
            return false;
        }

        try
        {
            using FileStream stream = File.OpenRead(Path.Combine(root, path));
            text = SourceText.From(stream, StrictUtf8, throwIfBinaryDetected: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException or InvalidDataException)
        {
        }

        return true;
    }
#pragma warning restore RS1035

    private static string Template(AttributeArgumentSyntax argument, RepairContext context)
    {
        bool isUser = argument.FirstAncestorOrSelf<AttributeSyntax>()?.Name.ToString().Contains("User") == true;
        IEnumerable<string> values = isUser && argument.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } declaration
            && context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is IMethodSymbol method
                ? method.Parameters.Where(static parameter => PromptMethodParser.RoleOf(parameter) == PromptParameterRole.Value).Select(static parameter => $"{{{parameter.Name}}}")
                : [];
        string text = string.Join("\n\n", values);
        return (text.Length == 0 ? "TODO: what to say" : text) + "\n";
    }
}
