package environment;

/** What grows on a meadow: the form of the data that a `Meadow` reads. Lengths are metres. **/
typedef Planting = {
	/** Another seed, other places. **/
	final seed:Int;

	/** Where plants may stand. **/
	final area:{
		final left:Float;
		final right:Float;
		final back:Float;
		final front:Float;
	};

	/** Where none does. **/
	final clearings:Array<{
		final x:Float;
		final z:Float;
		final radius:Float;
	}>;

	/** How many of each, and how high. **/
	final plants:Array<{
		/** Region of the atlas. **/
		final region:String;
		final count:Int;
		final least:Float;
		final most:Float;
	}>;
}
