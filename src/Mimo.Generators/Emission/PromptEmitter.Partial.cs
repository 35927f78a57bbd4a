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

        if (sound.Exists(static method => method.Access is null || method.Return.IsStructured || HasRunOptions(method)))
        {
            WriteSharedState(sound);
            _writer.WriteLine();
        }

        bool isFirst = true;
        foreach (PromptMethodModel method in _prompt.Methods)
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
            WriteBuilders(ImplementationClass);
            foreach (PromptMethodModel method in sound.Where(static method => method.Return.Mode != PromptReturnMode.Request))
            {
                if (method.Return.IsStructured)
                {
                    WriteOutputField(method);
                }

                if (HasRunOptions(method))
                {
                    _writer.WriteLine($"internal static readonly {RunOptions} {RunField(method)} = new {RunOptions} {{ {string.Join(", ", RunInitializers(method))} }};\n");
                }
            }
        }
    }

    private void WritePartialMethod(PromptMethodModel method)
    {
        string parameters = string.Join(", ", method.Parameters.Select(static parameter =>
            $"{(parameter.IsThis ? "this " : "")}{(parameter.IsParams ? "params " : "")}{parameter.Syntax} {SymbolExtensions.Escape(parameter.Name)}"));
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

    private static bool HasRunOptions(PromptMethodModel method) => RunInitializers(method).Any();

    private static string RunField(PromptMethodModel method) => method.Name + method.OverloadSuffix + "Options";
}
