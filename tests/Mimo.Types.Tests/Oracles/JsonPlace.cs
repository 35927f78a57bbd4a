using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Mimo.Types.Tests.Oracles;

/// <summary>A place in a JSON value: member names and item indexes from the root on.</summary>
internal sealed record JsonPlace(JsonPlace? Parent, string? Member, int Index)
{
    public static readonly JsonPlace Root = new(null, null, 0);

    /// <summary>The place as a JSON path, as messages name it.</summary>
    public string Path => Parent is null ? "$"
        : Member is null ? Parent.Path + "[" + Index.ToString(CultureInfo.InvariantCulture) + "]"
        : Member.Length > 0 && Member.All(static character => char.IsAsciiLetterOrDigit(character) || character == '_') ? Parent.Path + "." + Member
        : Parent.Path + "[\"" + JsonEncodedText.Encode(Member, JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"]";

    public JsonPlace Of(string member) => new(this, member, 0);

    public JsonPlace At(int index) => new(this, null, index);

    /// <summary>A copy of the whole value, changed at this place.</summary>
    public JsonNode? Change(JsonNode? root, Func<JsonNode?, JsonNode?> change)
    {
        if (Parent is null)
        {
            return change(root?.DeepClone());
        }

        JsonNode copy = root!.DeepClone();
        JsonNode container = Parent.Find(copy)!;
        if (Member is not null)
        {
            container[Member] = change(container[Member]?.DeepClone());
        }
        else
        {
            container[Index] = change(container[Index]?.DeepClone());
        }

        return copy;
    }

    /// <summary>Whether all arrays on the way to this place have as many items in one value as in the other.</summary>
    public bool IsSameIn(JsonNode? one, JsonNode? other)
    {
        if (Parent is null)
        {
            return true;
        }

        return Parent.IsSameIn(one, other)
            && (Member is not null || (Parent.Find(one) is JsonArray items && Parent.Find(other) is JsonArray others && items.Count == others.Count));
    }

    private JsonNode? Find(JsonNode? root) => Parent is null ? root : Member is not null ? Parent.Find(root)?[Member] : Parent.Find(root)?[Index];
}
