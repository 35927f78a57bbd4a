using System.ComponentModel;
using System.Text.Json;
using Mimo.Wire;

namespace Mimo.Generation;

/// <summary>How a draft begins and grows. Generated code holds one for each. Immutable and safe to share between threads.</summary>
/// <typeparam name="TDraft">The draft.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DraftShape<TDraft>
    where TDraft : MimoDraft
{
    private readonly DraftMember<TDraft>[] _members;

    /// <summary>Creates the shape.</summary>
    /// <param name="empty">A draft of which nothing is there yet.</param>
    /// <param name="copy">Gives a new draft that is the same.</param>
    /// <param name="members">The members that JSON can fill.</param>
    public DraftShape(TDraft empty, Func<TDraft, TDraft> copy, params DraftMember<TDraft>[] members)
    {
        Empty = empty;
        Copy = copy;
        _members = members;
    }

    /// <summary>A draft of which nothing is there yet.</summary>
    internal TDraft Empty { get; }

    /// <summary>Gives a new draft that is the same.</summary>
    internal Func<TDraft, TDraft> Copy { get; }

    /// <summary>The member with the name that a reader stands on; null if there is none.</summary>
    internal DraftMember<TDraft>? Find(ref Utf8JsonReader json)
    {
        foreach (DraftMember<TDraft> member in _members)
        {
            if (WireReader.ValueIs(json, member.Name.Span))
            {
                return member;
            }
        }

        return null;
    }
}
