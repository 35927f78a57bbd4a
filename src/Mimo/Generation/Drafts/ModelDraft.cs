using System.ComponentModel;

namespace Mimo.Generation;

/// <summary>The base of a generated draft in a project whose language has no static members in interfaces: it has the one that a draft needs.</summary>
/// <typeparam name="TSelf">The draft itself.</typeparam>
/// <typeparam name="T">The type of the whole answer.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract record ModelDraft<TSelf, T> : MimoDraft<T>, IModelDraft<TSelf>
    where TSelf : ModelDraft<TSelf, T>, IShapedDraft<TSelf>, new()
    where T : class
{
    static DraftShape<TSelf> IModelDraft<TSelf>.Shape { get; } = new TSelf().Shape;
}

/// <summary>A generated draft of such a project.</summary>
/// <typeparam name="TSelf">The draft itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IShapedDraft<TSelf>
    where TSelf : MimoDraft
{
    /// <summary>The draft's members, made anew each time.</summary>
    DraftShape<TSelf> Shape { get; }
}
