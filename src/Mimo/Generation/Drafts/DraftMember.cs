using System.ComponentModel;

namespace Mimo.Generation;

/// <summary>Makes members of drafts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DraftMember
{
    /// <summary>A member.</summary>
    /// <param name="name">Its name in JSON.</param>
    /// <param name="part">How its value grows.</param>
    /// <param name="set">Gives a draft that is the same, but has this value.</param>
    public static DraftMember<TDraft> Of<TDraft, T>(ReadOnlySpan<byte> name, DraftPart<T> part, Func<TDraft, T, TDraft> set)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(set);
        return new Typed<TDraft, T>(name.ToArray(), part, set);
    }

    private sealed class Typed<TDraft, T>(byte[] name, DraftPart<T> part, Func<TDraft, T, TDraft> set) : DraftMember<TDraft>(name, part)
    {
        internal override bool TryRead(ref TDraft draft, ReadOnlySpan<byte> utf8Json)
        {
            // Null is no value of a member: it is not there.
            if (utf8Json.SequenceEqual("null"u8) || !part.TryRead(utf8Json, out T? value))
            {
                return false;
            }

            draft = set(draft, value);
            return true;
        }

        internal override TDraft Grow(TDraft draft, object value) => set(draft, (T)value);
    }
}

/// <summary>A member of a draft.</summary>
/// <typeparam name="TDraft">The draft.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DraftMember<TDraft>
{
    private protected DraftMember(byte[] name, DraftPart part)
    {
        Name = name;
        Part = part;
    }

    internal ReadOnlyMemory<byte> Name { get; }

    internal DraftPart Part { get; }

    /// <summary>Puts a value that is complete into the draft.</summary>
    /// <returns>False if the JSON doesn't fit; the answer's own reader will say why.</returns>
    internal abstract bool TryRead(ref TDraft draft, ReadOnlySpan<byte> utf8Json);

    /// <summary>Puts a value that may still grow into the draft.</summary>
    internal abstract TDraft Grow(TDraft draft, object value);
}
