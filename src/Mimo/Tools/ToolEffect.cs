namespace Mimo;

/// <summary>What running a tool does to the world. The tool loop uses it to decide what may run side by side.</summary>
public enum ToolEffect
{
    /// <summary>Not stated: the tool is treated as one that may change something.</summary>
    Unspecified = 0,

    /// <summary>Only reads. Several read-only calls of one turn may run concurrently.</summary>
    ReadOnly,

    /// <summary>Changes something, but running it twice with the same arguments is the same as running it once.</summary>
    Idempotent,

    /// <summary>Changes or deletes something, and running it twice matters.</summary>
    Destructive,
}
