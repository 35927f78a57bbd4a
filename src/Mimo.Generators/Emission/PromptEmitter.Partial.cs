using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Emission;

/// <content>Prompts of the one-method form: the bodies of partial methods.</content>
internal sealed partial class PromptEmitter
{
    private void WritePartialMethods()
    {
        List<PromptMethodModel> sound = _prompt.Methods.Where(static method => !method.IsRefused).ToList();
        if (sound.Exists(static method => method.Access is not null))
        {
            WriteRequests();
            _writer.WriteLine();
        }

        if (sound.Exists(static method => method.Access is null || (method.Return.Mode != PromptReturnMode.Request && (method.Return.IsStructured || HasRunOptions(method)))))
        {
            WriteSharedState(sound);
            _writer.WriteLine();
        }

        if (_prompt.Methods.Any(static method => method.Documentation.Count > 0))
        {
            _writer.WriteLine("#pragma warning disable CS0419, CS1571, CS1572, CS1573, CS1574, CS1580, CS1581, CS1584, CS1589, CS1590, CS1658, CS1710, CS1711, CS1712, CS1734 // What is wrong with a comment is told where its author wrote it.");
        }

        bool isFirst = true;
        foreach (PromptMethodModel method in _prompt.Methods.Where(static method => !method.IsUnwritable))
        {
            if (!isFirst)
            {
                _writer.WriteLine();
            }

            isFirst = false;
            WritePartialMethod(method);
        }
    }

    /// <summary>What the methods need that is the same for every call.</summary>
    private void WriteSharedState(List<PromptMethodModel> sound)
    {
        _writer.WriteLine(CSharpText.GeneratedCode);
        using (_writer.WriteBlock($"private static class {ImplementationClass}"))
        {
            bool isFirst = true;
            foreach (PromptMethodModel method in sound.Where(static method => method.Return.Mode != PromptReturnMode.Request))
            {
                if (HasRunOptions(method))
                {
                    Separate();
                    _writer.WriteLine($"internal static readonly {RunOptions} {RunField(method)} = new {RunOptions} {{ {string.Join(", ", RunInitializers(method))} }};");
                }

                if (method.Return.IsStructured)
                {
                    Separate();
                    WriteOutputField(method);
                }
            }

            if (sound.Exists(static method => method.Access is null))
            {
                Separate();
                WriteBuilders(ImplementationClass);
            }

            void Separate()
            {
                if (!isFirst)
                {
                    _writer.WriteLine();
                }

                isFirst = false;
            }
        }
    }

    private void WritePartialMethod(PromptMethodModel method)
    {
        string parameters = string.Join(", ", method.Parameters.Select(static parameter =>
            $"{(parameter.IsThis ? "this " : "")}{(parameter.IsParams ? "params " : "")}{parameter.Syntax} {SymbolExtensions.Escape(parameter.Name)}"));
        WriteDocumentation(method);
        _writer.WriteLine(CSharpText.GeneratedCode);
        using (_writer.WriteBlock($"{method.Modifiers} {method.ReturnSyntax} {SymbolExtensions.Escape(method.Name)}{method.TypeParameters}({parameters}){method.TypeConstraints}"))
        {
            if (method.IsRefused)
            {
                WriteRefusal(method);
                return;
            }

            string client = method.Client is { } sender ? SymbolExtensions.Escape(sender.Name) : "";
            WriteCall(
                method,
                $"{client} ?? throw new global::System.ArgumentNullException(nameof({client}))",
                HasRunOptions(method) ? $"{_prompt.Holder.Syntax}.{ImplementationClass}.{RunField(method)}" : RunOptions + ".Default");
        }
    }

    /// <summary>The compiler takes the comment of this part for the whole method's, so the author's own is repeated here.</summary>
    private void WriteDocumentation(PromptMethodModel method)
    {
        List<string> own = method.Documentation.ToList();
        if (method.IsRefused)
        {
            _writer.WriteDocumentation(own);
            return;
        }

        if (!own.Exists(static line => line.Contains("<summary") || line.Contains("<inheritdoc")))
        {
            own.Insert(0, $"<summary>{(method.Return.Mode == PromptReturnMode.Request ? "Builds this prompt's request without sending it." : "Sends this prompt.")}</summary>");
        }

        IEnumerable<string> details = PromptDocEmitter.Details(method, SchemaOf(method));
        int remarksEnd = own.FindLastIndex(static line => line.Contains("</remarks>"));
        if (remarksEnd < 0)
        {
            _writer.WriteDocumentation([.. own, "<remarks>", .. details, "</remarks>"]);
            return;
        }

        // Of two remarks editors show the first.
        int split = own[remarksEnd].LastIndexOf("</remarks>", StringComparison.Ordinal);
        _writer.WriteDocumentation([.. own.Take(remarksEnd), own[remarksEnd].Substring(0, split), .. details, own[remarksEnd].Substring(split), .. own.Skip(remarksEnd + 1)]);
    }

    private static bool HasRunOptions(PromptMethodModel method) => RunInitializers(method).Any();

    private string RunField(PromptMethodModel method) => _implementationNames.Of(method, "Options");
}
