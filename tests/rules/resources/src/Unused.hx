/** A library needs a module, its resources none that uses them. **/
class Unused {}
