using Mimo.Generators.Model;

namespace Mimo.Generators.Emission;

internal sealed partial class ReaderEmitter
{
    private void WriteObject(ObjectModel model)
    {
        List<ObjectMemberModel> members = model.Members.Where(static member => member.Setter != MemberSetter.None).ToList();
        List<PropertyModel> properties = members.Select(static member => member.Property).ToList();
        var tracked = new HashSet<PropertyModel>(members.Where(IsTracked).Select(static member => member.Property));
        using (OpenMethod(model))
        {
            WriteStart(model, "StartObject", "an object");
            MembersEmitter.WriteLocals(_writer, properties, tracked.Contains);
            if (model.ExtensionData is { } extension)
            {
                _writer.WriteLine($"{extension.Syntax}? unnamed = null;");
            }

            new MembersEmitter(_graph, _values, _target).WriteLoop(_writer, properties, tracked.Contains, UnknownMember(model));
            _writer.WriteLine();
            using (_writer.WriteBlock("if (reader.HasProblemsIn(scope))"))
            {
                _writer.WriteLine("return default!; // Not made: a constructor must not meet values that are not there.");
            }

            _writer.WriteLine();
            WriteGuarded(model, model.MayThrow, () => WriteConstruction(model, members));
        }
    }

    /// <summary>Prints code that makes a value; what the type's own code throws at the model's values is a problem to tell the model of.</summary>
    private void WriteGuarded(TypeModel type, bool mayThrow, Action write)
    {
        if (!mayThrow)
        {
            write();
            return;
        }

        using (_writer.WriteBlock("try"))
        {
            write();
        }

        using (_writer.WriteBlock("catch (global::System.Exception exception)"))
        {
            string name = type.Identifier.Substring(0, type.Identifier.LastIndexOf('_'));
            _writer.WriteLine($"reader.RejectConstruction({CSharpText.Literal(name)}, exception);");
            _writer.WriteLine("return default!;");
        }
    }

    /// <summary>The statement for a member that the type doesn't name.</summary>
    private string UnknownMember(ObjectModel model) => model switch
    {
        { SkippedNames.Count: > 0 } =>
            $"if ({string.Join(" || ", model.SkippedNames.Select(NameIs))}) {{ reader.SkipMember(); }} else {{ {UnknownMember(model with { SkippedNames = [] })} }}",
        { ExtensionData: not null, Discriminator: { } discriminator } =>
            $"if ({NameIs(discriminator)}) {{ reader.SkipMember(); }} else {{ {UnknownMember(model with { Discriminator = null })} }}",
        { ExtensionData: { CreationSyntax: "global::System.Text.Json.Nodes.JsonObject" } extension } =>
            $"(unnamed ??= new {extension.CreationSyntax}())[reader.StartUnknownMember(ref scope)] = reader.IsNull ? null : reader.ReadNode();",
        { ExtensionData: { } extension } => $"(unnamed ??= new {extension.CreationSyntax}())[reader.StartUnknownMember(ref scope)] = reader.ReadElement();",
        { RefusesUnknownMembers: true, Discriminator: { } discriminator } => $"reader.RejectUnknownMember(ref scope, {CSharpText.Literal(discriminator)});",
        { RefusesUnknownMembers: true } => "reader.RejectUnknownMember(ref scope);",
        _ => "reader.SkipMember();",
    };

    private string NameIs(string name) => $"reader.NameIs({CSharpText.Utf8Literal(name, _target)})";

    /// <summary>A member that keeps its initial value when it is left out; the constructor's parameters have their defaults instead.</summary>
    private static bool IsTracked(ObjectMemberModel member) =>
        !member.Property.IsRequired && (member.Setter == MemberSetter.Set || (member.Setter == MemberSetter.Init && member.MayHaveOwnValue));

    private void WriteConstruction(ObjectModel model, List<ObjectMemberModel> members)
    {
        string arguments = string.Join(", ", model.ConstructorArguments.Select(static argument => argument.Syntax ?? argument.Member + "Value"));
        string creation = $"new {model.Syntax}({arguments})";
        List<ObjectMemberModel> required = members.Where(static member => member.IsInitializedToo || (member.Setter != MemberSetter.Constructor && member.Property.IsRequired)).ToList();
        List<ObjectMemberModel> initial = members.Where(static member => member.Setter == MemberSetter.Init && IsTracked(member)).ToList();
        List<ObjectMemberModel> assigned = members.Where(static member => member.Setter == MemberSetter.Set && IsTracked(member)).ToList();
        IEnumerable<ObjectMemberModel> plain = members.Where(static member => member.Setter == MemberSetter.Init && !member.Property.IsRequired && !IsTracked(member));

        ExtensionDataModel? extension = model.ExtensionData;
        bool isExtensionInitial = extension is { Setter: MemberSetter.Init, MayHaveOwnValue: true };
        if (initial.Count > 0 || isExtensionInitial)
        {
            // An init-only member that was left out keeps what its initializer gave it, which only a fresh instance can tell.
            IEnumerable<string> set = initial.Select(static member => MembersEmitter.IsSetOf(member.Property));
            string allSet = string.Join(" && ", isExtensionInitial ? set.Append("unnamed is not null") : set);
            string requiredOnly = string.Join(", ", required.Select(Assignment));
            _writer.WriteLine($"{model.Syntax} initial = {allSet} ? default! : {creation}{(required.Count == 0 ? "" : $" {{ {requiredOnly} }}")};");
        }

        List<string> initializers = required.Concat(plain).Select(Assignment)
            .Concat(initial.Select(static member =>
                $"{Name(member)} = {MembersEmitter.IsSetOf(member.Property)} ? {MembersEmitter.ValueOf(member.Property)} : initial.{Name(member)}"))
            .ToList();
        string extensionName = Parsing.SymbolExtensions.Escape(extension?.Name ?? "");
        if (extension is { Setter: MemberSetter.Init })
        {
            initializers.Add($"{extensionName} = unnamed{(isExtensionInitial ? $" ?? initial.{extensionName}" : "!")}");
        }

        bool isLate = assigned.Count > 0 || extension is { Setter: MemberSetter.Set };
        string start = isLate ? $"{model.Syntax} result = " : "return ";
        if (initializers.Count == 0)
        {
            _writer.WriteLine($"{start}{creation};");
        }
        else
        {
            using (_writer.WriteBlock(start + creation, end: "};"))
            {
                foreach (string initializer in initializers)
                {
                    _writer.WriteLine(initializer + ",");
                }
            }
        }

        if (!isLate)
        {
            return;
        }

        foreach (ObjectMemberModel member in assigned)
        {
            using (_writer.WriteBlock($"if ({MembersEmitter.IsSetOf(member.Property)})"))
            {
                _writer.WriteLine($"result.{Assignment(member)};");
            }

            _writer.WriteLine();
        }

        if (extension is { Setter: MemberSetter.Set })
        {
            using (_writer.WriteBlock("if (unnamed is not null)"))
            {
                _writer.WriteLine($"result.{extensionName} = unnamed;");
            }

            _writer.WriteLine();
        }

        _writer.WriteLine("return result;");
    }

    private static string Assignment(ObjectMemberModel member) => $"{Name(member)} = {MembersEmitter.ValueOf(member.Property)}";

    private static string Name(ObjectMemberModel member) => Parsing.SymbolExtensions.Escape(member.Property.Name);
}
