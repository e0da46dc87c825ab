package core.scene;

/** The components that the game's scenes name; the build writes the table. **/
class Components {
	/** Makes the component with the class path, null where no scene of the build names it. **/
	public static var create:String->Null<Component> = path -> null;
}
