using Mimo.Generators.Model;
using Mimo.Generators.Parsing;

namespace Mimo.Generators.Emission;

/// <summary>Prints the draft of one <c>[MimoOutput]</c> type.</summary>
internal sealed class DraftEmitter
{
    private const string Part = "global::Mimo.Generation.DraftPart";

    private readonly DraftModel _draft;
    private readonly TargetModel _target;
    private readonly TypeGraph _graph;
    private readonly ValueEmitter _values;
    private readonly SourceWriter _writer;

    private DraftEmitter(DraftModel draft, TargetModel target)
    {
        _draft = draft;
        _target = target;
        _writer = CSharpText.StartFile(draft.Types.SelectMany(static type => type.WarningIds));
        _graph = new TypeGraph(draft.Types);
        _values = new ValueEmitter(_graph, target);
    }

    public static string Emit(DraftModel draft, TargetModel target)
    {
        var emitter = new DraftEmitter(draft, target);
        using (HolderEmitter.Open(emitter._writer, draft.Holder))
        {
            emitter.WriteDraft();
        }

        return emitter._writer.ToString();
    }

    private void WriteDraft()
    {
        string whole = _draft.Holder.Syntax;
        string self = whole + "." + DraftParser.DraftName;
        _writer.WriteLine($$"""
            /// <summary>A snapshot of a <see cref="{{whole}}"/> that is still being written. Texts and lists grow; everything else is there when it is complete.</summary>
            {{CSharpText.GeneratedCode}}
            """);
        string bases = _target.HasStaticAbstractMembers
            ? $"global::Mimo.MimoDraft<{whole}>, global::Mimo.Generation.IModelDraft<{self}>"
            : $"global::Mimo.Generation.ModelDraft<{self}, {whole}>, global::Mimo.Generation.IShapedDraft<{self}>";
        using (_writer.WriteBlock($"public sealed record Draft : {bases}"))
        {
            WriteShape(self);
            foreach (DraftMemberModel member in _draft.Members)
            {
                _writer.WriteLine();
                WriteMember(member);
            }
        }
    }

    /// <summary>An explicit property, so that no member of the type can have its name, nor that of a field.</summary>
    private void WriteShape(string self)
    {
        string shape = $"global::Mimo.Generation.DraftShape<{self}>";
        _writer.WriteLine(_target.HasStaticAbstractMembers
            ? $"static {shape} global::Mimo.Generation.IModelDraft<{self}>.Shape {{ get; }} = new {shape}("
            : $"{shape} global::Mimo.Generation.IShapedDraft<{self}>.Shape => new {shape}(");
        using (_writer.Indent())
        {
            _writer.WriteLine($"new {self}(),");
            _writer.WriteLine($"static draft => draft with {{ }}{(_draft.Members.Count == 0 ? ");" : ",")}");
            for (int index = 0; index < _draft.Members.Count; index++)
            {
                DraftMemberModel member = _draft.Members[index];
                _writer.WriteLine($$"""
                    global::Mimo.Generation.DraftMember.Of<{{self}}, {{member.Part.Syntax}}>(
                        {{CSharpText.Utf8Literal(member.Property.WireName, _target)}},
                        {{MemberPart(member)}},
                        static (draft, value) => draft with { {{SymbolExtensions.Escape(member.Property.Name)}} = value }){{(index == _draft.Members.Count - 1 ? ");" : ",")}}
                    """);
            }
        }
    }

    private void WriteMember(DraftMemberModel member)
    {
        string name = SymbolExtensions.Escape(member.Property.Name);
        string description = member.Property.Description.Length > 0 ? member.Property.Description : member.Property.Name;
        _writer.WriteLine($"/// <summary>{string.Join(" ", CSharpText.XmlLines(description))}; null until it has come.</summary>");
        _writer.WriteLine($"{(member.IsPublic ? "public" : "internal")} {(member.HidesBase ? "new " : "")}{member.Part.Syntax.TrimEnd('?')}? {name} {{ get; init; }}");
    }

    /// <summary>A member that is null is not there, so null need not be read.</summary>
    private string MemberPart(DraftMemberModel member)
    {
        if (member.Part.Kind != DraftPartKind.Value)
        {
            return PartOf(member.Part);
        }

        PropertyModel present = member.Property with { Type = member.Property.Type with { IsNullable = false } };
        string reader = _values.ReadPresent(present);
        return $"{Part}.Value<{member.Part.Syntax}>(static (ref {CSharpText.Reader} reader) => {reader})";
    }

    private string PartOf(DraftPartModel part)
    {
        switch (part.Kind)
        {
            case DraftPartKind.Text:
                return Part + ".Text";
            case DraftPartKind.Object:
                return $"{Part}.Draft<{part.Syntax}>()";
            case DraftPartKind.List:
                DraftPartModel item = part.Item!;
                if (item.Kind == DraftPartKind.Value)
                {
                    return $"{Part}.List<{item.Use.Syntax}>({Part}.Value<{item.Use.Syntax}>({_values.ReaderOf(item.Use, ((SequenceModel)_graph[part.Use]).NumberHandling)}))";
                }

                return item.Use.IsNullable
                    ? $"{Part}.List<{item.Syntax}?>({Part}.OrNull<{item.Syntax}>({PartOf(item)}))"
                    : $"{Part}.List<{item.Syntax}>({PartOf(item)})";
            default:
                return $"{Part}.Value<{part.Syntax}>({_values.ReaderOf(part.Use with { IsNullable = false })})";
        }
    }
}
