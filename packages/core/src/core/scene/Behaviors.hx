package core.scene;

/** The behaviours that the game's scenes name; the build writes the table. **/
class Behaviors {
	/** Makes the behaviour with the class path, null where no scene of the build names it. **/
	public static var create:String->Null<Behavior> = path -> null;
}
