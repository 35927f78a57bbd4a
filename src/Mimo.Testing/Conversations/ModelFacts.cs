using System.Collections.Frozen;

namespace Mimo.Testing.Conversations;

/// <summary>What a model accepts and does when a request leaves it open.</summary>
/// <param name="Id">The id, case-sensitive.</param>
/// <param name="OutputCap">The largest output cap a request may ask for, in tokens.</param>
/// <param name="DefaultOutputCap">The output cap of a request that names none, in tokens.</param>
/// <param name="ThinksByDefault">Whether thinking is on unless the request turns it off.</param>
/// <param name="Media">What the model can look at or listen to besides text.</param>
internal sealed record ModelFacts(string Id, int OutputCap, int DefaultOutputCap, bool ThinksByDefault, MediaKinds Media)
{
    private const int Large = 131_072;
    private const int Medium = 65_536;
    private const int Small = 32_768;

    /// <summary>The chat models of the official service and of its mirror, old generations included.</summary>
    public static IReadOnlyList<ModelFacts> Chat { get; } =
    [
        new("mimo-v2.6-pro", Large, Large, ThinksByDefault: true, MediaKinds.All),
        new("mimo-v2.6-flash", Large, Large, ThinksByDefault: true, MediaKinds.All),
        new("mimo-v2.6-pro-ultraspeed", Large, Large, ThinksByDefault: true, MediaKinds.All),
        new("mimo-v2.5-pro", Large, Large, ThinksByDefault: true, MediaKinds.None),
        new("mimo-v2.5", Large, Small, ThinksByDefault: true, MediaKinds.All),
        new("mimo-v2-pro", Large, Large, ThinksByDefault: true, MediaKinds.None),
        new("mimo-v2-omni", Large, Small, ThinksByDefault: true, MediaKinds.All),
        new("mimo-v2-flash", Medium, Medium, ThinksByDefault: false, MediaKinds.None),
    ];

    private static readonly FrozenDictionary<string, ModelFacts> ById = Chat.ToFrozenDictionary(model => model.Id, StringComparer.Ordinal);

    /// <summary>The model of that exact id, or null.</summary>
    public static ModelFacts? Find(string id) => ById.GetValueOrDefault(id);
}

/// <summary>Kinds of content besides text.</summary>
[Flags]
internal enum MediaKinds
{
    None = 0,
    Image = 1,
    Audio = 2,
    Video = 4,
    All = Image | Audio | Video,
}
