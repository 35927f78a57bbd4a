using System.ComponentModel;

namespace Mimo.Generation;

/// <summary>A generated draft: says how it grows.</summary>
/// <typeparam name="TSelf">The draft itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IModelDraft<TSelf>
    where TSelf : MimoDraft, IModelDraft<TSelf>
{
    /// <summary>The draft's members.</summary>
    static abstract DraftShape<TSelf> Shape { get; }
}
