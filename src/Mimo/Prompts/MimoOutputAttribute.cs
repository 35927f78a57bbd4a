namespace Mimo;

/// <summary>
/// Marks a type that prompts answer with. The generator adds a nested record <c>Draft</c> to it, which a prompt can stream: each
/// <c>IAsyncEnumerable&lt;R.Draft&gt;</c> gives snapshots of an <c>R</c> that is still being written.
/// </summary>
/// <remarks>
/// A draft has the type's members, all of them optional. Texts grow, also those that are a list's last item; lists grow item by
/// item; a member of a type that is marked too is that type's draft; everything else is there when it is complete.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MimoOutputAttribute : Attribute;
