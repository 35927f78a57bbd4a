using Mimo.Generators.Emission;
using Mimo.Generators.Model;

namespace Mimo.Generators.Parsing;

/// <content>Objects, and the unions that tell by a member which of their cases an object is.</content>
internal sealed partial class JsonFit
{
    private void WriteUnion(WrittenJson value, UnionModel union, JsonText json)
    {
        WrittenMember? named = value.Members.FirstOrDefault(member => member.Name == union.Discriminator);
        UnionCaseModel? found = union.Cases.FirstOrDefault(known => named is null
            ? known.Id is null
            : known.Id is not null && known.Id == named.Value.Text && named.Value.Kind == (known.IsNumber ? WrittenJsonKind.Number : WrittenJsonKind.String));
        if (found is null)
        {
            string known = string.Join(", ", union.Cases.Where(static known => known.Id is not null).Select(static known => known.Json));
            if (named is null)
            {
                Report(value.Start, 1, $"the member '{union.Discriminator}', one of {known}, is missing");
            }
            else
            {
                Report(named.Value.Start, named.Value.Length, $"'{union.Discriminator}' should be one of {known}, but is {named.Value.Describe()}");
            }

            if (union.Cases.Count == 0)
            {
                json.StartObject().EndObject();
                return;
            }

            found = union.Cases[0];
        }

        json.StartObject();
        if (found.Id is not null)
        {
            json.Name(union.Discriminator).Raw(found.Json);
        }

        WriteMembers(value, (ObjectModel)types.Model(found.Type), json, union.Discriminator);
        json.EndObject();
    }

    /// <param name="value">The object.</param>
    /// <param name="model">Its type.</param>
    /// <param name="json">Takes its members.</param>
    /// <param name="discriminator">The name of the member that has been written already; null for none.</param>
    private void WriteMembers(WrittenJson value, ObjectModel model, JsonText json, string? discriminator)
    {
        List<PropertyModel> properties = model.Members.Where(static member => member.Setter != MemberSetter.None).Select(static member => member.Property).ToList();
        var withOwnValue = new HashSet<string>(model.Members.Where(static member => member.MayHaveOwnValue).Select(static member => member.Property.WireName), StringComparer.Ordinal);
        var written = new Dictionary<string, WrittenMember>(StringComparer.Ordinal);
        foreach (WrittenMember member in value.Members)
        {
            if (written.ContainsKey(member.Name))
            {
                ReportName(member, $"'{member.Name}' is there twice");
                continue;
            }

            written.Add(member.Name, member);
            if (member.Name != discriminator && model.ExtensionData is null && !properties.Exists(property => property.WireName == member.Name))
            {
                ReportName(member, properties.Count == 0 ? $"there is no member '{member.Name}'" : $"there is no member '{member.Name}'; there are {string.Join(", ", properties.Select(static property => $"'{property.WireName}'"))}");
            }
        }

        var missing = new List<string>();
        foreach (PropertyModel property in properties)
        {
            if (written.TryGetValue(property.WireName, out WrittenMember? member))
            {
                if (member.Value.Kind != WrittenJsonKind.Null || !IsAbsence(property, withOwnValue))
                {
                    json.Name(property.WireName);
                    Write(member.Value, property.Type, property.Constraints, json, property.NumberHandling);
                }
            }
            else if (property.IsRequired)
            {
                missing.Add($"'{property.WireName}'");
                json.Name(property.WireName);
                _skeleton.Write(property.Type, property.Constraints, json);
            }
        }

        if (missing.Count > 0)
        {
            Report(value.Start, 1, $"{(missing.Count == 1 ? "the member" : "the members")} {string.Join(", ", missing)} {(missing.Count == 1 ? "is" : "are")} missing");
        }

        if (model.ExtensionData is not null)
        {
            foreach (WrittenMember member in written.Values.Where(member => member.Name != discriminator && !properties.Exists(property => property.WireName == member.Name)))
            {
                json.Name(member.Name);
                WriteAnything(member.Value, json);
            }
        }
    }

    /// <summary>Whether null for a member says no more than leaving it out, which is what the schema asks for then.</summary>
    private static bool IsAbsence(PropertyModel property, HashSet<string> withOwnValue) =>
        !property.IsRequired && !(property.Type.IsNullable && (property.DefaultJson is not null || withOwnValue.Contains(property.WireName)));
}
