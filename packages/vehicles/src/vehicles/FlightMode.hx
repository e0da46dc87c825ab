package vehicles;

/** What the quadcopter is doing. **/
enum FlightMode {
	/** Nobody steers: it holds its height above the ground and drifts to a stop. **/
	Hover(height:Float);

	/** The pilot steers; `seconds` since the last key. **/
	Manual(seconds:Float);
}
