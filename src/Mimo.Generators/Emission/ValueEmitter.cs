using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

/// <summary>Prints the calls that read and write one value, for all emitters that meet values.</summary>
/// <param name="graph">The values' types.</param>
/// <param name="target">The project's settings.</param>
/// <param name="reader">The reader as the code around has it.</param>
internal sealed class ValueEmitter(TypeGraph graph, TargetModel target, string reader = "reader")
{
    /// <summary>The expression that reads a value; <c>null</c> is read as null where the type allows it.</summary>
    public string Read(TypeUse use, NumberHandling handling = NumberHandling.None) => use.IsNullable ? $"{reader}.IsNull ? {Null(use)} : {ReadPresent(use, handling)}" : ReadPresent(use, handling);

    /// <inheritdoc cref="Read(TypeUse, NumberHandling)"/>
    public string Read(PropertyModel property) => Read(property.Type, property.NumberHandling);

    /// <inheritdoc cref="ReadPresent(TypeUse, NumberHandling)"/>
    public string ReadPresent(PropertyModel property) => ReadPresent(property.Type, property.NumberHandling);

    /// <summary>The expression that reads a value that is not null.</summary>
    public string ReadPresent(TypeUse use, NumberHandling handling = NumberHandling.None) => graph[use] switch
    {
        ScalarModel { Kind: ScalarKind.Half or ScalarKind.Single or ScalarKind.Double } scalar when (handling & NumberHandling.AllowNamedFloatingPointLiterals) != 0 =>
            reader + "." + ScalarForm.Of(scalar.Kind).Read.Replace("ReadFloatingPoint<", "ReadNamedFloatingPoint<"),
        ScalarModel scalar => reader + "." + ScalarForm.Of(scalar.Kind).Read,
        AnyModel any => reader + "." + ReadAny(any.Kind),
        ConverterModel converted => $"{reader}.ReadWith<{converted.Syntax}>({converted.Source})",
        TypeModel model => $"{target.JsonClassSyntax}.{ReaderName(model)}(ref {reader})",
    };

    /// <summary>The statement that writes a member's value.</summary>
    public string Write(PropertyModel property, string value) => Write(property.Type, value, property.NumberHandling);

    /// <summary>The statement that writes a value.</summary>
    public string Write(TypeUse use, string value, NumberHandling handling = NumberHandling.None)
    {
        if (handling == NumberHandling.None || graph[use] is not ScalarModel { Kind: >= ScalarKind.SByte and <= ScalarKind.Decimal })
        {
            return WritePlain(use, value);
        }

        string asText = (handling & NumberHandling.WriteAsString) != 0 ? "true" : "false";
        string Call(string number) => $"global::Mimo.Generation.JsonContent.WriteNumber(writer, {number}, asText: {asText});";
        return use.IsNullable ? $"if ({value} is {{ }} present) {{ {Call("present")} }} else {{ writer.WriteNullValue(); }}" : Call(value);
    }

    /// <summary>A delegate or method group that writes the type.</summary>
    public string WriterOf(TypeUse use) => ReaderEmitter.HasReader(graph[use]) && !(use.IsNullable && use.IsValueType)
        ? $"{target.JsonClassSyntax}.{WriterName(graph[use])}"
        : CommonWriterOf(use) ?? $"static (writer, value) => {{ {Write(use, "value")} }}";

    /// <summary>The library's own method for what most tools give: compilers go over a lambda several times, over a name once.</summary>
    private string? CommonWriterOf(TypeUse use) =>
        !use.IsNullable && graph[use] is ScalarModel { Kind: ScalarKind.Boolean or ScalarKind.Int32 or ScalarKind.Int64 or ScalarKind.Double or ScalarKind.Decimal } scalar
            ? $"global::Mimo.Generation.JsonContent.Write{scalar.Kind}"
            : null;

    /// <summary>A delegate or method group that reads the type.</summary>
    public string ReaderOf(TypeUse use, NumberHandling handling = NumberHandling.None) => ReaderEmitter.HasReader(graph[use]) && !use.IsNullable
        ? $"{target.JsonClassSyntax}.{ReaderName(graph[use])}"
        : $"static (ref {CSharpText.Reader} reader) => {Read(use, handling)}";

    public static string ReaderName(TypeModel type) => "Read" + type.Identifier;

    public static string WriterName(TypeModel type) => "Write" + type.Identifier;

    private string WritePlain(TypeUse use, string value) => use switch
    {
        { IsNullable: true, IsValueType: true } => $"if ({value} is {{ }} present) {{ {WritePresent(use, "present")}; }} else {{ writer.WriteNullValue(); }}",
        _ when graph[use] is ScalarModel { Kind: ScalarKind.Uri or ScalarKind.Version or ScalarKind.ByteArray } =>
            $"if ({value} is {{ }} present) {{ {WritePresent(use, "present")}; }} else {{ writer.WriteNullValue(); }}",
        _ => WritePresent(use, value) + ";",
    };

    private string WritePresent(TypeUse use, string value) => graph[use] switch
    {
        ScalarModel scalar => ScalarForm.Of(scalar.Kind).Write.Replace("{0}", value),
        AnyModel any => $"global::Mimo.Generation.JsonContent.WriteAny(writer, {value})",
        ConverterModel converted => $"global::Mimo.Generation.JsonContent.WriteWith<{converted.Syntax}>(writer, {value}, {converted.Source})",
        TypeModel model => $"{target.JsonClassSyntax}.{WriterName(model)}(writer, {value})",
    };

    /// <summary>Typed for structs: a bare null would become a memory of nothing, by way of the conversion from arrays.</summary>
    private static string Null(TypeUse use) => use.IsValueType ? $"default({use.Syntax})" : "null";

    private static string ReadAny(AnyKind kind) => kind switch
    {
        AnyKind.JsonNode => "ReadNode()",
        AnyKind.JsonObject => "ReadJsonObject()",
        AnyKind.JsonArray => "ReadJsonArray()",
        _ => "ReadElement()",
    };
}
