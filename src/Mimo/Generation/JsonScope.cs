using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mimo.Generation;

/// <summary>
/// Where a <see cref="ModelJsonReader"/> stands inside one object or array. Problems found inside a member or item are recorded
/// with a path relative to it; the scope then puts the member's name or the item's index in front, so that reading keeps no path
/// while all is well.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct JsonScope
{
    /// <summary>The member's name as declared; no memory at all between members and in arrays.</summary>
    internal ReadOnlySpan<byte> Member;

    /// <summary>The name of a dictionary's current entry; null elsewhere.</summary>
    internal string? Entry;

    /// <summary>How many problems there were before the current member or item.</summary>
    internal int ProblemMark;

    /// <summary>How many problems there were before the object or array.</summary>
    internal int StartMark;

    /// <summary>How many items have been begun, so the current one's index plus one; 0 in objects.</summary>
    internal int ItemCount;

    /// <summary>Whether there is a current member; its name may be empty, which is a name too.</summary>
    internal readonly bool IsInMember => !Unsafe.IsNullRef(in MemoryMarshal.GetReference(Member));

    /// <summary>The index of the array's current item.</summary>
    public readonly int Index => ItemCount - 1;
}
