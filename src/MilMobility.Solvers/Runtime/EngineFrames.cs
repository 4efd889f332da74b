namespace MilMobility.Solvers.Runtime;

/// <summary>What the engine process can be asked; the numbers are those of engine/src/main.mjs and solver.mjs.</summary>
internal enum EngineOperation : byte
{
    Hello = 1,
    Cancel = 2,
    SolveCp = 10,
    ValidateCp = 11,
    CreateLp = 20,
    SolveLp = 21,
    DeleteLp = 22,
    SolveMip = 23,
}

/// <summary>How the engine process answered.</summary>
internal enum EngineAnswerKind : byte
{
    Answer = 0,
    Error = 1,
    CancelledBeforeStart = 2,
}

/// <summary>One answer: serialized message, or UTF-8 text when it is an error.</summary>
internal readonly record struct EngineAnswer(EngineAnswerKind Kind, byte[] Payload);
